using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Cases;
using FluentProfiles.Tests.Properties.Expressions.Captured;
using FluentProfiles.Tests.Properties.Expressions.Oracle;

namespace FluentProfiles.Tests.Properties.Expressions.Cases;

/// <summary>The profiles of a case: as they are, and within the emulator, or in another source of the same profiles.</summary>
internal sealed class CaseProfiles : IAsyncDisposable
{
    private readonly Engine engine;
    private readonly OtherSource? other;

    private CaseProfiles(UserProfile[] profiles, Engine engine, OtherSource? other) =>
        (Profiles, this.engine, this.other) = (profiles, engine, other);

    /// <summary>The profiles with all of their members.</summary>
    public UserProfile[] Profiles { get; }

    /// <summary>The same as the service lists them.</summary>
    public required IReadOnlyList<UserProfile> Listed { get; init; }

    /// <summary>The same as the service returns each on its own.</summary>
    public required IReadOnlyList<UserProfile> LookedUp { get; init; }

    public ProfileQuery<UserProfile> Query => other?.Query ?? engine.Client.Query();

    /// <param name="profiles">The profiles.</param>
    /// <param name="open">Puts profiles, as the service lists them, into the source that queries read; null for the
    /// emulator.</param>
    public static async Task<CaseProfiles> OfAsync(
        UserProfile[] profiles,
        Func<IReadOnlyList<UserProfile>, Task<OtherSource>>? open = null
    )
    {
        Engine engine = new(
            new(profiles, ExaminedPerPage: 1000, MaxPointLookups: 1000, PrefetchPages: 0),
            CaseClock.Instance
        );
        var listed = await engine.Client.Query().ToListAsync();
        return new(profiles, engine, open is null ? null : await open(listed))
        {
            Listed = listed,
            LookedUp = await engine.Client.Query().WithDetails().ToListAsync(),
        };
    }

    /// <summary>Lets the next run read captured sequences that can be read once.</summary>
    public static void Rewind(LambdaExpression? lambda)
    {
        foreach (var part in lambda is null ? [] : Parts.Of(lambda))
            (((part as ConstantExpression)?.Value as IBox)?.Captured as IResettableSequence)?.Reset();
    }

    public async ValueTask DisposeAsync()
    {
        if (other is not null)
            await other.DisposeAsync();
        await engine.DisposeAsync();
    }
}
