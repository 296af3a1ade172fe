"""The commands of `gbm`: one file each, imported when it is asked for."""
