using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Expressions.NullSafety;

/// <summary>Values of an application's own types that are never null: what is asked of them needs no nullable form, which an
/// application that is compiled ahead of time may lack.</summary>
public sealed class OwnValueTests
{
    private static readonly Money Five = new(5);

    private static readonly Dictionary<string, NullCase> Cases = new()
    {
        ["equals an enum"] = NullCase.Of(p => Helpers.LevelOf(p.Name).Equals(Level.High), p => p.Name is null),
        ["equals a struct"] = NullCase.Of(p => Helpers.PriceOf(p.Name).Equals((object)Five), p => p.Name?.Length == 5),
        ["converts"] = NullCase.Of(p => (decimal)Helpers.PriceOf(p.Name) > 5m, p => p.Name?.Length > 5),
        ["not"] = NullCase.Of(p => !Helpers.FlagOf(p.Name), p => p.Name is not null),
        ["compares"] = NullCase.Of(p => Helpers.PriceOf(p.Name) > Five, p => p.Name?.Length > 5),
        ["names a member"] = NullCase.Of(p => Helpers.PriceOf(p.Name).Amount, p => p.Name?.Length ?? 2),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task ValueThatIsThere_NeedsNoNullableForm(string name) => Cases[name].CheckAsync();
}
