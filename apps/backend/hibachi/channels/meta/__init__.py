"""Meta: Instagram, Facebook Messenger and WhatsApp, one signed webhook in, the Graph API out."""
