"""Questions about the business as customers put them, and what their answers must hold."""
