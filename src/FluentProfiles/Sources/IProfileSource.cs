using FluentProfiles.Json.Pages;

namespace FluentProfiles.Sources;

/// <summary>Reads pages of a listing and single profiles: from the service, from objects in memory, or from a database. It is bound to
/// the settings of one query. Requests are neutral: nothing in them is particular to one kind of source.</summary>
internal interface IProfileSource
{
    /// <summary>What the source does itself.</summary>
    SourceCapabilities Capabilities { get; }

    /// <summary>Returns the text of a request, for <c>Explain()</c>.</summary>
    /// <param name="listing">The listing; null for the look-up of one profile.</param>
    /// <param name="redact">True to omit values, which may be customer data.</param>
    RequestText Explain(ListRequest? listing, bool redact);

    /// <summary>Reads one page.</summary>
    /// <param name="listing">The listing.</param>
    /// <param name="cursor">The cursor of the page; null for the first.</param>
    /// <param name="budget">Counts the request, which is already reserved. The source reserves further attempts. Null for no
    /// budget.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    ValueTask<IUnreadPage> ReadPageAsync(
        ListRequest listing,
        string? cursor,
        RequestBudget? budget,
        CancellationToken cancellationToken
    );

    /// <summary>Reads one profile by its id, with the fields that a listing does not have, if the source has any. A source that
    /// takes conditions gets ids as a condition of a listing instead.</summary>
    /// <param name="id">The id.</param>
    /// <param name="budget">Counts the request, as for a page.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Null if there is no profile with that id.</returns>
    Task<IUnreadProfile?> ReadProfileAsync(string id, RequestBudget? budget, CancellationToken cancellationToken);

    /// <summary>Returns the number of profiles of a listing, those to skip included. Called only if
    /// <see cref="SourceCapabilities.Counts"/> is true.</summary>
    /// <param name="listing">The listing.</param>
    /// <param name="budget">Counts the request, as for a page.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    ValueTask<long> CountAsync(ListRequest listing, RequestBudget? budget, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} does not count.");
}
