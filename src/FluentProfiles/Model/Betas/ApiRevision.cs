namespace FluentProfiles;

/// <summary>A shape of the user-profiles API, from the oldest to the newest. The beta of a request chooses the shape. A
/// request without such a beta uses <see cref="Current"/>. The <see cref="ProfileFieldAttribute"/> of each model
/// property states which revisions have the field.</summary>
public enum ApiRevision
{
    /// <summary>The first shape, with <c>trust_grants</c>, <c>external_id</c> and <c>relationship</c>.</summary>
    V2026_03_24 = 20260324,

    /// <summary>Replaces <c>relationship</c> with <c>access_type</c>, and adds
    /// <c>external_user_onboarded_at</c>.</summary>
    V2026_08_18 = 20260818,

    /// <summary>Moves the customer's details into <c>external_user_details</c>.</summary>
    V2026_09_04 = 20260904,

    /// <summary>The generally available shape, which needs no beta. Adds <c>enforcement_status</c> and
    /// <c>programs</c>.</summary>
    Current = int.MaxValue,
}
