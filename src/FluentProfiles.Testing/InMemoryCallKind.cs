namespace FluentProfiles.Testing;

/// <summary>The kind of a request.</summary>
public enum InMemoryCallKind
{
    /// <summary>Reads one page of a listing.</summary>
    List,

    /// <summary>Reads one profile: <see cref="IProfilesClient.GetAsync"/>, or a lookup of a query.</summary>
    Get,

    /// <summary>Creates a profile.</summary>
    Create,

    /// <summary>Updates a profile.</summary>
    Update,

    /// <summary>Deletes a profile.</summary>
    Delete,

    /// <summary>Creates an enrollment URL: <see cref="IProfilesClient.CreateEnrollmentUrlAsync"/>.</summary>
    CreateEnrollmentUrl,

    /// <summary>Creates an action URL: <see cref="IProfilesClient.CreateActionUrlAsync"/>.</summary>
    CreateActionUrl,

    /// <summary>Reads the data controls of a profile.</summary>
    GetDataControls,

    /// <summary>Updates the data controls of a profile.</summary>
    UpdateDataControls,
}
