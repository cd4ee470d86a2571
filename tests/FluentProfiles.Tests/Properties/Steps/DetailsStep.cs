using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Steps;

/// <summary>From here on profiles have what only a GET reports.</summary>
internal sealed record DetailsStep(int Concurrency) : Step<UserProfile>($"WithDetails({Concurrency})")
{
    public override ProfileQuery<UserProfile> Apply(ProfileQuery<UserProfile> query) => query.WithDetails(Concurrency);

    public override void Apply(Rows<UserProfile> rows) =>
        rows.Change(row => row with { Item = rows.World.Whole(row.Profile) });
}
