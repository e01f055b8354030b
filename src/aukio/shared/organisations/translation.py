from modeltranslation.translator import TranslationOptions, register

from aukio.shared.organisations.models import Organisation


@register(Organisation)
class OrganisationTranslation(TranslationOptions):  # type: ignore[misc]
    fields = ("name",)
    required_languages = ("fi",)
