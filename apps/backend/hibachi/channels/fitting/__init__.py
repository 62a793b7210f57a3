"""Checked words, fitted to their channel: shortened, split, addressed as a letter. No word is added here."""
