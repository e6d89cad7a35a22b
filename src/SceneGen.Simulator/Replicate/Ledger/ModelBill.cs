namespace SceneGen.Simulator.Replicate.Ledger;

internal sealed record ModelBill(string Model, int Billed, decimal Dollars);
