using FluentProfiles.Tests.Properties.Conditions;
using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Steps;

/// <summary>Any C#; here the oracle's own reading of a condition, on the items that the library has made.</summary>
internal sealed record WhereOnClientStep<T>(Condition<T> Predicate) : Step<T>($"WhereOnClient({Predicate.Text})")
{
    public override ProfileQuery<T> Apply(ProfileQuery<T> query) =>
        query.WhereOnClient(item => QueryNullRule.ValueOf(Predicate.Lambda, item) is true);

    public override void Apply(Rows<T> rows)
    {
        rows.IsBehindCode |= typeof(T) != typeof(UserProfile);
        rows.Keep(row => rows.Holds(Predicate.Lambda, row.Item));
    }

    public override IEnumerable<Step<T>> Smaller() =>
        Predicate.Smaller().Select(part => new WhereOnClientStep<T>(part));
}
