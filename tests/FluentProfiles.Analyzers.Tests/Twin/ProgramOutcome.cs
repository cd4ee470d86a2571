namespace FluentProfiles.Analyzers.Tests.Twin;

/// <summary>How a program ended.</summary>
/// <param name="Result">What it returned; null where it threw.</param>
/// <param name="Failure">What it threw, or null.</param>
/// <param name="Requests">How many requests reached the service.</param>
internal sealed record ProgramOutcome(object? Result, Exception? Failure, int Requests)
{
    /// <summary>True where the library refused the program before it sent anything.</summary>
    public bool IsRefused => IsRefusal && Requests == 0;

    /// <summary>True for an exception by which the library refuses a program.</summary>
    public bool IsRefusal =>
        Failure
            is ArgumentException
                or NotSupportedException
                or InvalidOperationException
                or ProfilesConfigurationException;
}
