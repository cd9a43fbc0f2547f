/** What the curves and figures of a training are called, and what they mean. */

export const AXES = {
    Step: { text: "training steps", column: "Step" },
    Epoch: { text: "epochs", column: "Epoch" },
    Minutes: { text: "minutes", column: "Seconds", unit: 60 },
};

export const CHARTS = [
    {
        title: "Diffusion loss",
        hint: "lower is better",
        columns: { training: "Diffusion loss", validation: "Validation diffusion loss" },
        isLoss: true,
    },
    {
        title: "Classification loss",
        hint: "lower is better",
        columns: { training: "Classification loss", validation: "Validation classification loss" },
        isLoss: true,
    },
    {
        title: "Accuracy",
        hint: "higher is better",
        columns: { training: "Training accuracy", validation: "Validation accuracy" },
        isShare: true,
    },
    {
        title: "Learning rate",
        hint: "how far one step changes the model",
        columns: { "learning rate": "Learning rate" },
    },
];

export const DEFINITIONS = {
    "Diffusion loss": "The mean squared error of the predicted noise: how well the model tells noise from images, which is what "
        + "it draws with. Training: the mean over the steps since the last evaluation. Validation: on the images kept out "
        + "of the training, with the averaged weights.",
    "Classification loss": "The cross entropy of the true classes: how sure the classifier is of the right class. Training: "
        + "the mean over the steps since the last evaluation, on varied images if varying is switched on. Validation: on "
        + "the images kept out, with the averaged weights.",
    Accuracy: "The share of images whose class is named rightly. Training: over the steps since the last evaluation. "
        + "Validation: on the images kept out, with the averaged weights.",
    "Learning rate": "How far one training step changes the weights: it rises at first and falls toward the end.",
    validationAccuracy: "The share of the images kept out of the training whose class the finished model names rightly.",
    calibrationError: "The expected calibration error after the calibration: how far probability and share of right answers "
        + "are apart, on average. 0 is perfect. It is measured on the rows on which the calibration was fitted, so it is "
        + "slightly optimistic.",
    best: "The step whose averaged weights had the smallest joint loss on the validation images; they are the model.",
    minutes: "How long the training took, until the last evaluation.",
    reliability: "Each point stands for the validation images in which the classifier is about equally sure of its "
        + "prediction; the larger it is, the more images. On the dashed line a probability means what it says: of the "
        + "images with 0.8, 80 % are named rightly. Below the line the model is surer than it is right.",
    recall: "Which share of the images of this class is named rightly.",
};
