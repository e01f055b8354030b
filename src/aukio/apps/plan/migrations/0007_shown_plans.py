"""Plans besides the current one can be shown to everyone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plan", "0006_responses"),
    ]

    operations = [
        migrations.AddField(
            model_name="plan",
            name="is_shown",
            field=models.BooleanField(default=False),
        ),
    ]
