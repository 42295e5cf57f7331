// Holds nothing: it stands in for packages that escpos loads and nothing here uses.
