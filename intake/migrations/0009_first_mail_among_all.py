from django.db import migrations


def gather(apps, schema_editor):
    Inquiry = apps.get_model('intake', 'Inquiry')
    link = Inquiry.mail.through
    rows = Inquiry.objects.exclude(acknowledgment=None).values_list('pk', 'acknowledgment')
    link.objects.bulk_create(
        [link(inquiry_id=pk, message_id=message) for pk, message in rows.iterator()],
        batch_size=500,
        ignore_conflicts=True,
    )


def take_first(apps, schema_editor):
    Inquiry = apps.get_model('intake', 'Inquiry')
    links = Inquiry.mail.through.objects.order_by('message__created_at', 'pk')
    for pk, message in links.values_list('inquiry', 'message'):
        Inquiry.objects.filter(pk=pk, acknowledgment=None).update(acknowledgment=message)


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0008_mail_and_telling'),
    ]

    operations = [migrations.RunPython(gather, take_first)]
