namespace FluentProfiles.Emulator.Data;

/// <summary>Who a generated profile stands for: a person or a company, with or without a name.</summary>
internal readonly record struct CustomerKind(string? Name, Relationship Relationship, EntityType EntityType)
{
    public static CustomerKind Of(int seed, int sequence)
    {
        var dice = Dice.Of(seed, sequence, 5);
        var relationship = RelationshipOf(dice.Below(100));
        var company = relationship == Relationship.Resold || dice.PerMille(300);
        var named = relationship == Relationship.Resold || !dice.PerMille(60);
        var entity = company ? CompanyType(dice.Below(100)) : EntityType.Individual;
        return new(named ? NameOf(ref dice, company) : null, relationship, entity);
    }

    private static Relationship RelationshipOf(int percent) =>
        percent switch
        {
            < 76 => Relationship.External,
            < 96 => Relationship.Resold,
            _ => Relationship.Internal,
        };

    private static EntityType CompanyType(int percent) =>
        percent switch
        {
            < 85 => EntityType.Business,
            < 95 => EntityType.NonProfit,
            _ => EntityType.Government,
        };

    private static string NameOf(ref Dice dice, bool company)
    {
        var name = company
            ? $"{dice.Pick(NamePools.Companies)} {dice.Below(100)}"
            : $"{dice.Pick(NamePools.FirstNames)} {dice.Pick(NamePools.LastNames)}";
        return dice.Below(100) switch
        {
            < 8 => name.ToLowerInvariant(),
            < 12 => name.ToUpperInvariant(),
            _ => name,
        };
    }
}
