"""Addresses of the wording room."""

from django.urls import path

from aukio.apps.wording.views import (
    beside,
    check,
    exports,
    glossary,
    help_pages,
    kept,
    kept_changes,
    proposals,
    sites,
    trend,
)

app_name = "wording"
TEXT = "texts/<str:code>"
SITE = "sites/<uuid:reading>"
GLOSSARY = "glossary/<int:organisation>"
urlpatterns = [
    # checking: nothing is stored
    path("", check.check_page, name="check"),
    path("live/", check.live, name="live"),
    path("plainer/", check.plainer, name="plainer"),
    path("receive/", check.receive, name="receive"),
    path("beside/", beside.beside, name="beside"),
    path("export/<str:form>/", exports.export_given, name="export"),
    # a text kept for a while, by its private link
    path(f"{TEXT}/", kept.own, name="text"),
    path(f"{TEXT}/progress/", kept.progress, name="text-progress"),
    path(f"{TEXT}/file/<str:form>/", exports.export_kept, name="text-export"),
    path(f"{TEXT}/propose/", proposals.propose, name="text-propose"),
    path(f"{TEXT}/take/", proposals.take_over, name="text-take"),
    path(f"{TEXT}/let-be/", kept_changes.let_be, name="text-let-be"),
    path(f"{TEXT}/mind/", kept_changes.mind, name="text-mind"),
    path(f"{TEXT}/share/", kept_changes.share, name="text-share"),
    path(f"{TEXT}/delete/", kept_changes.delete, name="text-delete"),
    path("shared/<str:code>/", kept.shared, name="shared"),
    # reading about it
    path("rules/", help_pages.rules, name="rules"),
    path("score/", help_pages.score, name="score"),
    path("tools/", help_pages.tools, name="tools"),
    # sites of an organisation
    path("sites/", sites.sites, name="sites"),
    path("sites/of/<int:organisation>/new/", sites.new, name="site-new"),
    path(f"{SITE}/", sites.site, name="site"),
    path(f"{SITE}/progress/", sites.progress, name="site-progress"),
    path(f"{SITE}/file/<str:form>/", sites.download, name="site-download"),
    path(f"{SITE}/again/", sites.again, name="site-again"),
    path(f"{SITE}/delete/", sites.delete, name="site-delete"),
    # organisations
    path("how-clear/", trend.trend, name="trend"),
    path("how-clear/figures.csv", trend.figures_file, name="trend-download"),
    path("how-clear/<int:organisation>/", trend.decide, name="trend-decide"),
    path("model/<int:organisation>/", proposals.decide, name="model-decide"),
    path("glossary/", glossary.glossaries, name="glossaries"),
    path(f"{GLOSSARY}/", glossary.glossary, name="glossary"),
    path(f"{GLOSSARY}/new/", glossary.new_term, name="term-new"),
    path(f"{GLOSSARY}/file/", glossary.download, name="glossary-download"),
    path("glossary/terms/<int:term>/", glossary.edit_term, name="term-edit"),
    path("glossary/terms/<int:term>/remove/", glossary.remove_term, name="term-remove"),
]
