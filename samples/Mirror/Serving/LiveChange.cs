using FluentProfiles;

namespace Mirror.Serving;

/// <param name="Id">The id of the profile.</param>
/// <param name="Kind">What happened: <c>created</c>, <c>changed</c> or <c>removed</c>.</param>
/// <param name="At">When the mirror noticed it.</param>
/// <param name="Fields">The names of the members that changed.</param>
/// <param name="Customer">The customer as the mirror has it now; null if it has been removed.</param>
internal sealed record LiveChange(
    string Id,
    string Kind,
    DateTimeOffset At,
    IReadOnlyList<string> Fields,
    Customer? Customer
)
{
    public static async Task<LiveChange> OfAsync(
        ProfileChange change,
        ProfileMirror mirror,
        CancellationToken cancellationToken
    )
    {
        var profile = await mirror.Query().FirstOrDefaultAsync(p => p.Id == change.ProfileId, cancellationToken);
        return new(
            change.ProfileId,
            change.Kind.ToString().ToLowerInvariant(),
            change.At,
            change.Fields,
            profile is null ? null : Customer.Of(profile)
        );
    }
}
