using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Steps;

internal sealed record SkipStep<T>(int Count) : Step<T>($"Skip({Count})")
{
    public override bool Cuts => true;

    public override ProfileQuery<T> Apply(ProfileQuery<T> query) => query.Skip(Count);

    public override void Apply(Rows<T> rows) => rows.Skip(Count);

    public override IEnumerable<Step<T>> Smaller() =>
        new[] { 1, Count / 2, Count - 1 }
            .Where(count => 0 < count && count < Count)
            .Select(count => new SkipStep<T>(count));
}
