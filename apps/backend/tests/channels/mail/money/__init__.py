"""Mails of payment services, written for these tests after the layouts in use, with what each says to the cent."""
