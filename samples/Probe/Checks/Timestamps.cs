using System.Text.RegularExpressions;
using Probe.Wire;

namespace Probe.Checks;

internal sealed partial class Timestamps : Assumption
{
    public override string Name => "timestamps";

    public override string Description =>
        "Timestamps are RFC 3339 with at most microseconds, and no profile is updated before it is created.";

    public override int MostRequests => 1;

    public override async Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken)
    {
        var page = await wire.PageAsync($"limit=100&{Listings.NewestFirst}", cancellationToken);
        if (page.Profiles.Count == 0)
            return Finding.TooFew;
        var malformed = page.Profiles.Count(profile =>
            !IsRead(profile, "created_at") || !IsRead(profile, "updated_at")
        );
        var backwards = malformed > 0 ? 0 : page.Profiles.Count(profile => profile.UpdatedAt < profile.CreatedAt);
        return Finding.Of(
            malformed + backwards == 0,
            $"{page.Profiles.Count} profiles, {malformed} in another form, {backwards} updated before created"
        );
    }

    private static bool IsRead(Sight profile, string member) =>
        profile.Text(member) is { } text && Rfc3339().IsMatch(text);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();
}
