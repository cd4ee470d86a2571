using FluentProfiles.Mirror.Querying;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Mirror.Tests.Querying;

public sealed class SimplerConditionsTests
{
    private static readonly FieldPath Name = new([ProfileSchema.Name]);
    private static readonly FieldPath Id = new([ProfileSchema.Id]);

    [Fact]
    public void ConditionsThatAllHold_AreTakenApart() =>
        AssertAre(
            ["name in [\"a\"]", "id in [\"b\"]", "not name is null"],
            new AllOf([new In(Name, ["a"]), new AllOf([new In(Id, ["b"]), new Not(new IsNull(Name))])])
        );

    [Fact]
    public void AlternativesForOneMember_AreOneTest() =>
        AssertAre(
            ["(name in [\"a\", \"b\", \"c\"] or id in [\"a\"])"],
            new AnyOf([new In(Name, ["a", "b"]), new AnyOf([new In(Id, ["a"]), new In(Name, ["b", "c"])])])
        );

    [Fact]
    public void AlternativesForOneKey_AreOneTest()
    {
        AssertAre(
            ["metadata[\"plan\"] in [\"pro\", \"team\"]"],
            new AnyOf([new HasPair("plan", ["pro"]), new HasPair("plan", ["team"])])
        );
        AssertAre(
            ["metadata[\"plan\"] is not null"],
            new AnyOf([new HasPair("plan", ["pro"]), new HasPair("plan", null)])
        );
        AssertAre(
            ["(metadata[\"plan\"] in [\"pro\"] or metadata[\"Plan\"] in [\"pro\"])"],
            new AnyOf([new HasPair("plan", ["pro"]), new HasPair("Plan", ["pro"])])
        );
    }

    [Fact]
    public void DoubleNegation_IsLeftOut() =>
        AssertAre(["name in [\"a\"]"], new Not(new Not(new AnyOf([new In(Name, ["a"])]))));

    private static void AssertAre(string[] expected, FilterNode condition) =>
        Assert.Equal(expected, SimplerConditions.Of([condition]).Select(simpler => simpler.Text));
}
