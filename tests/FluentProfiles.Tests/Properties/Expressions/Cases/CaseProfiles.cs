using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Cases;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Properties.Expressions.Cases;

/// <summary>The profiles of a case: as they are, and within the emulator.</summary>
internal sealed class CaseProfiles : IAsyncDisposable
{
    private readonly Engine engine;

    private CaseProfiles(UserProfile[] profiles, Engine engine) => (Profiles, this.engine) = (profiles, engine);

    /// <summary>The profiles with all of their members.</summary>
    public UserProfile[] Profiles { get; }

    /// <summary>The same as the service lists them.</summary>
    public required IReadOnlyList<UserProfile> Listed { get; init; }

    /// <summary>The same as the service returns each on its own.</summary>
    public required IReadOnlyList<UserProfile> LookedUp { get; init; }

    public ProfileQuery<UserProfile> Query => engine.Client.Query();

    public static async Task<CaseProfiles> OfAsync(UserProfile[] profiles)
    {
        Engine engine = new(new(profiles, ExaminedPerPage: 1000, MaxPointLookups: 1000, PrefetchPages: 0));
        return new(profiles, engine)
        {
            Listed = await engine.Client.Query().ToListAsync(),
            LookedUp = await engine.Client.Query().WithDetails().ToListAsync(),
        };
    }

    /// <summary>Lets the next run read captured sequences that can be read once.</summary>
    public static void Rewind(LambdaExpression? lambda)
    {
        foreach (var part in lambda is null ? [] : Parts.Of(lambda))
            (((part as ConstantExpression)?.Value as IBox)?.Captured as IResettableSequence)?.Reset();
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();
}
