"""From Kaartenset to Pagina: break and fit the text, and give every shape its place in mm."""
