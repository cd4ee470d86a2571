using FluentProfiles.Tests.Properties.Cases;
using FluentProfiles.Tests.Properties.Conditions;
using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Terminals;

/// <summary>What ends a query: what the library is told, and what it means.</summary>
/// <param name="Text">The call as C#.</param>
/// <param name="RunAsync">Runs it. What takes several runs says so before each.</param>
/// <param name="Expect">What it gives of what the query has come to.</param>
internal sealed record Terminal<T>(
    string Text,
    Func<ProfileQuery<T>, RequestMeter, Task<string>> RunAsync,
    Func<Rows<T>, string> Expect
)
{
    /// <summary>Whether it reads all that the query gives, so that it takes no fewer requests than the plan says.</summary>
    public bool ReadsAll { get; init; }

    /// <summary>Whether each of its runs reads no more than the query alone would. A page that begins within one of the
    /// service's can need more: it keeps the limit of the first.</summary>
    public bool KeepsToPlan { get; init; } = true;

    /// <summary>What the result depends on.</summary>
    public Needs Needs { get; init; }

    /// <summary>The condition, which stands for a <c>Where</c> before it.</summary>
    public Condition<T>? Condition { get; init; }

    /// <summary>The query whose plan bounds the requests.</summary>
    public ProfileQuery<T> Planned(ProfileQuery<T> query) => Condition is null ? query : query.Where(Condition.Lambda);
}
