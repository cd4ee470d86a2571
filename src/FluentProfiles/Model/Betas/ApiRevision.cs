namespace FluentProfiles;

/// <summary>A shape of the user-profiles API, oldest first. A request chooses one by the beta that it names; naming none
/// gives <see cref="Current"/>. Which fields a revision serves stands on each property of the model, as a
/// <see cref="ProfileFieldAttribute"/>.</summary>
public enum ApiRevision
{
    /// <summary>The first shape, with <c>trust_grants</c>, <c>external_id</c> and <c>relationship</c>.</summary>
    V2026_03_24 = 20260324,

    /// <summary><c>access_type</c> in place of <c>relationship</c>; <c>external_user_onboarded_at</c> is new.</summary>
    V2026_08_18 = 20260818,

    /// <summary><c>external_user_details</c> gathers what is known of the customer.</summary>
    V2026_09_04 = 20260904,

    /// <summary>The generally available shape, which needs no beta: <c>enforcement_status</c> and <c>programs</c>.</summary>
    Current = int.MaxValue,
}
