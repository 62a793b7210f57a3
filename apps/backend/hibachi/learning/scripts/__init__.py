"""Scripts: proposed by staff or out of an improved reply, released by a person as a version of the policies, taken back."""
