using System.Linq.Expressions;
using CsCheck;
using FluentProfiles.Tests.Properties.Cases;
using FluentProfiles.Tests.Properties.Steps;
using FluentProfiles.Tests.Properties.Terminals;

namespace FluentProfiles.Tests.Properties.Items;

/// <summary>What a query selects, and what can be asked of it then.</summary>
/// <param name="Text">The selector as C#; null for whole profiles, without a <c>Select</c>.</param>
/// <param name="Selector">The selector.</param>
/// <param name="IsTransparent">Whether it only names members, so that what follows can be planned as if it stood before.</param>
/// <param name="ComparesByValue">Whether two items of the same values are equal.</param>
/// <param name="Catalog">Conditions and keys over its items.</param>
internal sealed record Shape<T>(
    string? Text,
    Expression<Func<UserProfile, T>> Selector,
    bool IsTransparent,
    bool ComparesByValue,
    Catalog<T> Catalog
) : Shape
{
    public ProfileQuery<T> Apply(ProfileQuery<UserProfile> query) =>
        Text is null ? (ProfileQuery<T>)(object)query : query.Select(Selector);

    public override Gen<QueryCase> Cases(Gen<Step<UserProfile>[]> before) =>
        Gen.Select(
            before,
            StepGen.Of(Catalog).Array[0, Text is null ? 0 : 3],
            TerminalGen.Of(this),
            (first, then, terminal) => (QueryCase)new QueryCase<T>(first, this, then, terminal)
        );
}
