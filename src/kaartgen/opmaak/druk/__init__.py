"""Print: from Kaartenset to Drukkaarten with a front and a back, and on to Vellen."""
