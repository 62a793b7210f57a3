"""Who cooks: stations and their chefs."""
