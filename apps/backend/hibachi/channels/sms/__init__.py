"""Text messages: Twilio and RingCentral, in and out."""
