using System.Runtime.ExceptionServices;

namespace FluentProfiles;

/// <summary>Collects the failures of the checks of <see cref="ProfilesClientOptions"/>, so that one exception names every option at
/// fault.</summary>
internal sealed class OptionFailures
{
    private readonly List<Exception> failures = [];

    /// <summary>Runs a check and returns its value, or the type's default if it fails.</summary>
    public T Of<T>(Func<T> check)
    {
        try
        {
            return check();
        }
        catch (Exception failure) when (failure is ProfilesConfigurationException or ArgumentException)
        {
            failures.Add(failure);
            return default!;
        }
    }

    /// <summary>Runs a check that has no value.</summary>
    public void Of(Action check) =>
        Of(() =>
        {
            check();
            return true;
        });

    /// <exception cref="ArgumentException">One check failed with it.</exception>
    /// <exception cref="ProfilesConfigurationException">One check failed with it, or several failed: then the inner exception is an
    /// <see cref="AggregateException"/> of all of them.</exception>
    public void ThrowIfAny()
    {
        if (failures is [var single])
            ExceptionDispatchInfo.Throw(single);
        if (failures.Count > 1)
            throw new ProfilesConfigurationException(
                string.Join(' ', failures.Select(failure => failure.Message)),
                new AggregateException(failures)
            );
    }
}
