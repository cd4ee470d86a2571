namespace FluentProfiles.Tests.Properties.Conditions;

/// <summary>What an atom speaks of, as far as it matters to the errors and orders that the oracle foretells.</summary>
internal enum Subject
{
    Other,

    /// <summary>The enforcement status, equal to a known one: the service's to filter by.</summary>
    StatusIs,

    /// <summary>The enforcement status in any other way.</summary>
    Status,

    /// <summary>Nothing of the profile: true or false for all.</summary>
    Constant,

    /// <summary>The id, equal to one or among several.</summary>
    Id,
}
