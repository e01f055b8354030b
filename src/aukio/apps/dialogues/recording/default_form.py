"""What a scribe is asked unless the round's core group decides otherwise."""

from __future__ import annotations

from aukio.apps.dialogues.recording.fields import Field

DEFAULT = (
    Field(
        code="talked",
        label={
            "fi": "Mistä puhuttiin",
            "sv": "Vad samtalet handlade om",
            "en": "What was talked about",
        },
        help={
            "fi": "Kirjoita jokainen puheenvuoro omalle rivilleen. Älä kirjoita nimiä.",
            "sv": "Skriv varje inlägg på en egen rad. Skriv inga namn.",
            "en": "Write each turn on its own line. Leave out names.",
        },
        is_required=True,
    ),
    Field(
        code="experiences",
        label={"fi": "Kokemuksia", "sv": "Erfarenheter", "en": "Experiences"},
        help={
            "fi": "Mitä ihmiset kertoivat omasta elämästään?",
            "sv": "Vad berättade människor om sitt eget liv?",
            "en": "What did people tell about their own lives?",
        },
    ),
    Field(
        code="differences",
        label={
            "fi": "Mistä oltiin eri mieltä",
            "sv": "Vad deltagarna såg olika på",
            "en": "Where people differed",
        },
        help={
            "fi": "Kirjaa eri näkemykset rinnakkain. Yhteistä kantaa ei haeta.",
            "sv": "Skriv upp olika synsätt bredvid varandra. Ingen gemensam ståndpunkt söks.",
            "en": "Write down differing views side by side. No common view is sought.",
        },
    ),
    Field(
        code="hopes",
        label={
            "fi": "Toiveet ja huolet",
            "sv": "Förhoppningar och farhågor",
            "en": "Hopes and worries",
        },
        help={
            "fi": "Mitä toivottiin? Mikä huoletti?",
            "sv": "Vad hoppades man på? Vad oroade?",
            "en": "What did people hope for? What worried them?",
        },
    ),
    Field(
        code="verbatim",
        label={
            "fi": "Sanasta sanaan",
            "sv": "Ordagrant",
            "en": "Word for word",
        },
        help={
            "fi": "Lauseita juuri niin kuin ne sanottiin, vain puhujien luvalla.",
            "sv": "Meningar precis som de sades, bara med talarnas lov.",
            "en": "Sentences exactly as they were said, only if the speakers allow it.",
        },
    ),
    Field(
        code="surprised",
        label={"fi": "Mikä yllätti", "sv": "Vad som överraskade", "en": "What was surprising"},
        help={"fi": "", "sv": "", "en": ""},
        is_quotable=False,
    ),
    Field(
        code="remark",
        label={
            "fi": "Ohjaajan huomio",
            "sv": "Samtalsledarens anmärkning",
            "en": "The facilitator's remark",
        },
        help={
            "fi": "Miten keskustelu sujui? Tätä ei oteta mukaan aineistoon eikä lainata.",
            "sv": "Hur gick samtalet? Detta tas inte med i materialet och citeras inte.",
            "en": "How did the dialogue go? This is not analysed and not quoted.",
        },
        becomes_notes=False,
        is_quotable=False,
    ),
)
