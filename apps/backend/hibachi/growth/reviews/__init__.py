"""What customers say of their party: asked once by a signed link, read by staff before anybody else, shown where they publish it."""
