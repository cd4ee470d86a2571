using CsCheck;
using FluentProfiles.Tests.Properties.Items;
using FluentProfiles.Tests.Properties.Steps;

namespace FluentProfiles.Tests.Properties.Cases;

/// <summary>Random queries.</summary>
internal static class CaseGen
{
    private static readonly Gen<Step<UserProfile>[]> Before = StepGen.OverProfiles(ItemShapes.Profile.Catalog);

    /// <summary>Every second one selects something.</summary>
    public static readonly Gen<QueryCase> Any = Gen.Frequency(
        (1, ItemShapes.Profile.Cases(Before)),
        (1, Gen.OneOf(ItemShapes.Others.Select(shape => shape.Cases(Before)).ToArray<IGen<QueryCase>>()))
    );
}
