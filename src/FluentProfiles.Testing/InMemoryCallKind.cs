namespace FluentProfiles.Testing;

/// <summary>What a request asks for.</summary>
public enum InMemoryCallKind
{
    /// <summary>One page of a listing.</summary>
    List,

    /// <summary>One profile: <see cref="IProfilesClient.GetAsync"/>, or a look-up of a query.</summary>
    Get,

    /// <summary>A new profile.</summary>
    Create,

    /// <summary>The change of a profile.</summary>
    Update,

    /// <summary>The end of a profile.</summary>
    Delete,

    /// <summary><see cref="IProfilesClient.CreateEnrollmentUrlAsync"/>.</summary>
    CreateEnrollmentUrl,

    /// <summary><see cref="IProfilesClient.CreateActionUrlAsync"/>.</summary>
    CreateActionUrl,

    /// <summary>The data controls of a profile.</summary>
    GetDataControls,

    /// <summary>The change of the data controls of a profile.</summary>
    UpdateDataControls,
}
