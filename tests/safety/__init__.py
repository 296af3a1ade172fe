"""Nothing that is not ours does harm, nothing differs from machine to machine, and nothing is left half."""
