namespace FluentProfiles.Emulator.Data;

/// <summary>How fields of older revisions and what replaced them follow from one another.</summary>
internal static class LegacyFields
{
    public static AccessType AccessTypeOf(Relationship relationship) =>
        relationship == Relationship.Resold ? AccessType.Passthrough : AccessType.Application;

    /// <summary>The relationship of a profile whose access type was set: what it was, where that agrees.</summary>
    public static Relationship RelationshipOf(AccessType accessType, Relationship was)
    {
        if (accessType == AccessType.Passthrough)
            return Relationship.Resold;
        return was == default || was == Relationship.Resold ? Relationship.External : was;
    }
}
