import gc

# By itself Python looks for garbage after every 700 new objects. Loading makes a few hundred thousand and hardly
# any garbage, so it would look at all that is loaded again and again: a tenth of each process's start.
gc.set_threshold(5_000, 10, 10)
