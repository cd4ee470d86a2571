using FluentProfiles.Tests.Properties.Items;
using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Steps;

/// <summary><c>OrderBy()</c> without a key.</summary>
internal sealed record DefaultOrderStep(bool Descending)
    : Step<UserProfile>(Descending ? "OrderByDescending()" : "OrderBy()")
{
    private static readonly Key<UserProfile, DateTimeOffset> Key = new("", p => p.CreatedAt, ServiceField.CreatedAt);

    public override ProfileQuery<UserProfile> Apply(ProfileQuery<UserProfile> query) =>
        Descending ? query.OrderByDescending() : query.OrderBy();

    public override void Apply(Rows<UserProfile> rows) => rows.Sort(Key, Descending);
}
