from modeltranslation.translator import TranslationOptions, register

from aukio.shared.organisations.models import Organisation


@register(Organisation)
class OrganisationTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = ("fi",)
