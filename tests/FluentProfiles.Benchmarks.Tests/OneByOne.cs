// Some tests measure what the process allocates: nothing else runs meanwhile.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
