"""How much one person, one number or one address may send us: counters in PostgreSQL, or in Redis where there is one."""
