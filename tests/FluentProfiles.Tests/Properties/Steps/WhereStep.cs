using FluentProfiles.Tests.Properties.Conditions;
using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Steps;

internal sealed record WhereStep<T>(Condition<T> Predicate) : Step<T>($"Where({Predicate.Text})")
{
    public override IEnumerable<Mention> Mentions => Predicate.Mentions;

    public override ProfileQuery<T> Apply(ProfileQuery<T> query) => query.Where(Predicate.Lambda);

    public override void Apply(Rows<T> rows) => rows.Keep(row => rows.Holds(Predicate.Lambda, row.Item));

    public override IEnumerable<Step<T>> Smaller() => Predicate.Smaller().Select(part => new WhereStep<T>(part));
}
