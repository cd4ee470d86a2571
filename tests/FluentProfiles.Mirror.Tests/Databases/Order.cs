namespace FluentProfiles.Mirror.Tests.Databases;

public sealed class Order
{
    public int Id { get; set; }

    public string Customer { get; set; } = "";
}
