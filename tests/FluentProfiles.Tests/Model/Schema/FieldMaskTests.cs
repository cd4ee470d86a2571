using FluentProfiles.Model.Schema;

namespace FluentProfiles.Tests.Model.Schema;

public sealed class FieldMaskTests
{
    [Fact]
    public void EachField_HasABitOfItsOwn()
    {
        var fields = Enumerable.Range(0, FieldMask.MaxFields).Select(FieldMask.OfBit).ToList();

        Assert.Equal(FieldMask.MaxFields, fields.Distinct().Count());
        Assert.Equal(FieldMask.All, fields.Aggregate(FieldMask.None, (all, one) => all | one));
    }

    [Fact]
    public void FieldBeyondTheLast_FailsWithWords()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => FieldMask.OfBit(FieldMask.MaxFields));

        Assert.Equal("The model has more than 64 fields. Widen FieldMask before you add another one.", failure.Message);
    }

    [Fact]
    public void ModelOfTooManyFields_FailsWithWords()
    {
        var most = ModelFields.Of<TwoFields>(FieldMask.MaxFields - 2);
        var failure = Assert.Throws<InvalidOperationException>(() =>
            ModelFields.Of<TwoFields>(FieldMask.MaxFields - 1)
        );

        Assert.Equal(FieldMask.OfBit(FieldMask.MaxFields - 1), most[^1].Mask);
        Assert.Contains("more than 64 fields", failure.Message, StringComparison.Ordinal);
    }

    private sealed record TwoFields
    {
        public string? First { get; init; }

        public string? Second { get; init; }
    }
}
