namespace FluentProfiles;

/// <summary>The profile of one of your customers, found by your own id for the customer. Immutable.</summary>
public sealed record ProfileReference
{
    /// <summary>Creates a reference. In production, the mirror creates it.</summary>
    /// <param name="reference">Your own id for the customer.</param>
    /// <param name="id">The id of the profile, <c>uprof_…</c>.</param>
    public ProfileReference(string reference, string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference);
        ArgumentException.ThrowIfNullOrEmpty(id);
        (Reference, Id) = (reference, id);
    }

    /// <summary>Your own id for the customer: the profile's <see cref="ExternalUserDetails.ReferenceId"/>.</summary>
    public string Reference { get; }

    /// <summary>The id of the profile, <c>uprof_…</c>. A request to the model names the customer by it.</summary>
    public string Id { get; }

    /// <summary>True when this call created the profile. Of several calls that wait for one create, it is true for one.</summary>
    public bool WasCreated { get; init; }

    /// <summary>The number of further profiles with the reference that the mirror has, at most 100. 0 if the reference is unique;
    /// <see cref="ProfileMirror.DuplicatesAsync"/> returns the others.</summary>
    public int Duplicates { get; init; }

    /// <summary>Returns the id of the profile, so that no customer data gets into a log by accident.</summary>
    public override string ToString() => Id;
}
