"""Sites that are read, and what organisations allow of language models."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("jobs", "0001_initial"),
        ("organisations", "0001_initial"),
        ("wording", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="kepttext",
            name="model_job",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="jobs.job",
            ),
        ),
        migrations.AddField(
            model_name="kepttext",
            name="sealed_proposal",
            field=models.TextField(blank=True),
        ),
        migrations.CreateModel(
            name="ModelUse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "organisation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SiteReading",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("address", models.CharField(max_length=500)),
                (
                    "profile",
                    models.CharField(
                        choices=[
                            ("official", "Clear official language"),
                            ("web", "Web page"),
                            ("easy", "Easy language"),
                        ],
                        max_length=10,
                    ),
                ),
                ("most_pages", models.PositiveIntegerField()),
                (
                    "say_in",
                    models.CharField(
                        choices=[("fi", "Finnish"), ("sv", "Swedish"), ("en", "English")],
                        max_length=2,
                    ),
                ),
                ("score", models.FloatField(blank=True, null=True)),
                ("report", models.JSONField(blank=True, default=dict)),
                ("sarif", models.JSONField(blank=True, default=dict)),
                ("table", models.TextField(blank=True)),
                ("begun", models.DateTimeField(default=django.utils.timezone.now)),
                ("expires", models.DateTimeField(db_index=True)),
                (
                    "job",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="jobs.job",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ["-begun"],
                "indexes": [
                    models.Index(
                        fields=["organisation", "address", "begun"],
                        name="wording_sit_organis_902101_idx",
                    )
                ],
            },
        ),
    ]
