"""What staff are told, where and how: e-mail, SMS, Slack; each recipient once for a hand-over."""
