using Probe.Wire;

namespace Probe.Life;

/// <summary>What the service answered in the life of one profile.</summary>
/// <param name="Before">The newest six, before the profile was created.</param>
/// <param name="Created">The profile as the create answered it.</param>
/// <param name="ListedAfterCreate">The newest five, after the create.</param>
/// <param name="Newest">The newest one, after the create.</param>
/// <param name="Updated">The answer to an update.</param>
/// <param name="UpdatedAgain">The answer to the same update again.</param>
/// <param name="Deleted">The answer to the delete.</param>
internal sealed record LifeRecord(
    SightPage Before,
    Sight Created,
    Reply ListedAfterCreate,
    Reply Newest,
    Reply Updated,
    Reply UpdatedAgain,
    Reply Deleted
)
{
    /// <summary>Gets the page behind the newest three, by a cursor from before the create; null without a second page.</summary>
    public Reply? AfterThree { get; init; }

    public required Reply GotAfterDelete { get; init; }

    public required Reply DeletedAgain { get; init; }

    public required Reply ListedAfterDelete { get; init; }

    /// <summary>Gets the page behind <see cref="Newest"/>, by a cursor from before the delete; null without a second page.</summary>
    public Reply? AfterNewest { get; init; }

    public static string Query(int limit) => $"limit={limit}&{Listings.NewestFirst}";
}
