using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Steps;

internal sealed record TakeStep<T>(int Count) : Step<T>($"Take({Count})")
{
    public override bool Cuts => true;

    public override ProfileQuery<T> Apply(ProfileQuery<T> query) => query.Take(Count);

    public override void Apply(Rows<T> rows) => rows.Take(Count);

    public override IEnumerable<Step<T>> Smaller() =>
        new[] { 1, Count / 2, Count - 1 }
            .Where(count => 0 < count && count < Count)
            .Select(count => new TakeStep<T>(count));
}
