using FluentProfiles.Model.Schema;

namespace FluentProfiles.Sources;

/// <summary>The order in which the service lists.</summary>
/// <param name="Field">The field that the request names; null where it leaves the service its own order.</param>
/// <param name="Descending">The direction.</param>
internal readonly record struct ServiceOrder(ProfileField? Field, bool Descending)
{
    /// <summary>The service's own: newest first.</summary>
    public static ServiceOrder Default { get; } = new(null, Descending: true);

    /// <summary>The field that profiles are in fact sorted by.</summary>
    public ProfileField SortedBy => Field ?? ProfileSchema.CreatedAt;
}
